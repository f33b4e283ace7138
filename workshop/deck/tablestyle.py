"""The look of the deck's tables, which the template carries: rows that people add look alike."""

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TABLE_STYLE = "{7B1C8F2E-5D5A-4E0B-9A55-6E2F3C1D9A10}"


def style() -> str:
    """A dark head, and a hairline under each row on white."""
    none = "<a:ln><a:noFill/></a:ln>"
    hair = '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
    sides = "".join(f"<a:{side}>{none}</a:{side}>" for side in ("left", "right"))
    rows = "".join(f"<a:{side}>{hair}</a:{side}>" for side in ("top", "bottom", "insideH"))
    text = '<a:tcTxStyle{bold}><a:fontRef idx="minor"/><a:schemeClr val="{on}"/></a:tcTxStyle>'
    fill = '<a:fill><a:solidFill><a:schemeClr val="{fill}"/></a:solidFill></a:fill>'
    body = text.format(bold="", on="dk1")
    head = text.format(bold=' b="on"', on="lt1")
    return (
        f'<a:tblStyleLst {A} def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" '
        f'styleName="Hattupaja"><a:wholeTbl>{body}<a:tcStyle><a:tcBdr>{sides}{rows}</a:tcBdr>'
        f"{fill.format(fill='lt1')}</a:tcStyle></a:wholeTbl><a:firstRow>{head}<a:tcStyle><a:tcBdr/>"
        f"{fill.format(fill='dk1')}</a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )
