"""How much smaller text is in a theme's font that is wider than Arial."""

import pytest

from workshop.deck.surface.fonts import UNKNOWN, is_known, wider


@pytest.mark.parametrize(
    ("font", "factor"),
    [("Arial", 1), (" GEORGIA ", 1.09), ("Tahoma", 1.07), ("Verdana", 1.2)],
)
def test_a_font_that_was_measured_has_the_factor_of_its_bold(font, factor):
    assert wider(font) == factor
    assert is_known(font)


@pytest.mark.parametrize("font", ["Comic Papyrus", "", "Trebuchet MS"])
def test_of_others_it_is_said_that_nobody_measured_them(font):
    assert not is_known(font)
    assert 1 < wider(font) <= UNKNOWN
