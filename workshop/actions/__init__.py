"""What people do. An action checks, and writes rows in one transaction; nothing else writes.

`action(db, me, *, …)`: its keyword-only arguments are the message, its name is the event.
"""

from collections.abc import Callable
from typing import Any

from .concluding import (
    agree,
    check_synthesis,
    put_outcome,
    remove_outcome,
    settle_remark,
    write_synthesis,
)
from .creating import create_workshop
from .facilitating import (
    close_round,
    edit_workshop,
    forget_authors,
    hide_note,
    open_round,
    put_round,
    remove_round,
    reveal_round,
    set_clock,
    show,
    stop_clocks,
)
from .grouping import (
    dissolve_theme,
    file_notes,
    merge_themes,
    name_theme,
    set_board,
    set_star,
    stack_notes,
)
from .joining import join, rename_me
from .voting import cancel_voting, close_voting, open_voting, set_votes
from .writing import edit_note, post_note, withdraw_note

Action = Callable[..., Any]

SPOKEN: dict[str, Action] = {
    action.__name__: action
    for action in (
        post_note,
        edit_note,
        withdraw_note,
        rename_me,
        edit_workshop,
        put_round,
        remove_round,
        open_round,
        close_round,
        reveal_round,
        set_clock,
        show,
        hide_note,
        forget_authors,
        set_board,
        name_theme,
        file_notes,
        stack_notes,
        set_star,
        merge_themes,
        dissolve_theme,
        open_voting,
        close_voting,
        cancel_voting,
        set_votes,
        write_synthesis,
        check_synthesis,
        agree,
        settle_remark,
        put_outcome,
        remove_outcome,
    )
}
"""The actions that a socket may ask for by name."""

FORGETTING = {forget_authors}
"""After these, what was forgotten must be in no file any more."""

__all__ = ["FORGETTING", "SPOKEN", "Action", "create_workshop", "join", "stop_clocks"]
