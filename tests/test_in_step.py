"""Whatever happens, every screen shows what a fresh page would show, from wherever it starts.

Drives actions and audience directly, without a network; each screen applies frames as
docs/protocol.md says.
"""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from workshop import actions, audience, store
from workshop.actions import SPOKEN
from workshop.audience import Audience
from workshop.rules import Refused

# Few of each, so that the interesting meetings happen.
rounds = st.sampled_from(["round-01", "round-02", "round-03"])
people = st.sampled_from(["aino", "eino"])
notes = st.integers(1, 5).map("note-{:04}".format)
themes = st.sampled_from(["theme-aaaa", "theme-bbbb"])
hats = st.sampled_from(["red", "black"])
DOCUMENT = {
    "question": "?",
    "sequence": [{"hat": "red"}, {"hat": "black"}, {"hat": "red", "at_once": True}],
    "boards": {"black": {"notes": [{"text": "from before"}]}},
}


class Screen:
    """What a page holds: rows and the revision they are at."""

    def __init__(self):
        self.rev, self.rows = 0, {}

    def apply(self, since, rev, rows):
        assert since <= self.rev, "nothing was missed"
        if rev < self.rev:
            return
        rows = {(kind, id): row for kind, id, row in rows}
        whole = rows if since == 0 else self.rows | rows
        self.rows = {key: row for key, row in whole.items() if row is not None}
        self.rev = rev


class AWorkshop(RuleBasedStateMachine):
    @initialize(named=st.sampled_from([0, 1]))
    def begin(self, named):
        self.db = store.in_memory()
        document = DOCUMENT | {"named": named}
        nobody = Audience("", "desk")
        self.id = actions.create_workshop(self.db, nobody, document=document)["id"]
        self.desk = Audience(self.id, "desk")
        self.phones = {name: self.someone_joins(name) for name in ("aino", "eino")}
        self.told = store.revision(self.db, self.id)
        here = [self.desk, Audience(self.id, "projector"), *self.phones.values()]
        self.screens = {me: Screen() for me in here}
        self.sleeping = Screen()  # a phone of Aino's that hears nothing until it wakes
        for me, screen in self.screens.items():
            self.catch_up(me, screen)
        self.catch_up(self.phones["aino"], self.sleeping)

    def someone_joins(self, name):
        me = Audience(self.id, "participant")
        return me._replace(id=actions.join(self.db, me, name=name)["id"])

    def catch_up(self, me, screen):
        what = audience.changes(self.db, self.id, screen.rev)
        screen.apply(what.since, what.rev, audience.seen(what, me))

    def act(self, me, action, **words):
        self.db.execute("SAVEPOINT job")
        try:
            SPOKEN[action](self.db, me, **words)
        except Refused:
            self.db.execute("ROLLBACK TO job")
        self.db.execute("RELEASE job")

    def tell(self):
        """As the room does: one frame for each kind of audience, then each author's own."""
        what = audience.changes(self.db, self.id, self.told)
        self.told = what.rev
        own = what.by_person()
        for me, screen in self.screens.items():
            screen.apply(what.since, what.rev, audience.seen(what, me._replace(id="")))
            if me.id in own:
                screen.apply(own[me.id].since, own[me.id].rev, audience.seen(own[me.id], me))

    @rule(round=rounds, action=st.sampled_from(["open_round", "close_round", "reveal_round"]))
    def turn(self, round, action):
        self.act(self.desk, action, id=round)

    @rule(round=rounds, at_once=st.sampled_from([0, 1]), position=st.integers(0, 3))
    def plan(self, round, at_once, position):
        hat = "black" if round == "round-02" else "red"
        plan = {"hat": hat, "prompt": "?", "minutes": 1, "position": position}
        self.act(self.desk, "put_round", id=round, at_once=at_once, **plan)

    @rule(who=people, note=notes, round=rounds, text=st.sampled_from(["a", "b"]))
    def post(self, who, note, round, text):
        self.act(self.phones[who], "post_note", id=note, round=round, text=text)

    @rule(who=people, note=notes, text=st.sampled_from(["c", "d"]))
    def edit(self, who, note, text):
        self.act(self.phones[who], "edit_note", id=note, text=text)

    @rule(who=people, note=notes)
    def withdraw(self, who, note):
        self.act(self.phones[who], "withdraw_note", id=note)

    @rule(who=people, name=st.sampled_from(["", "A"]))
    def rename(self, who, name):
        self.act(self.phones[who], "rename_me", name=name)

    @rule(note=notes, hidden=st.sampled_from([0, 1]))
    def hide(self, note, hidden):
        self.act(self.desk, "hide_note", id=note, hidden=hidden)

    @rule(theme=themes, hat=hats, name=st.sampled_from(["x", "y"]))
    def name_theme(self, theme, hat, name):
        self.act(self.desk, "name_theme", id=theme, hat=hat, name=name)

    @rule(some=st.lists(notes, max_size=3), theme=themes)
    def file(self, some, theme):
        self.act(self.desk, "file_notes", notes=some, theme=theme)

    @rule(theme=themes, into=themes)
    def merge(self, theme, into):
        self.act(self.desk, "merge_themes", id=theme, into=into)

    @rule(theme=themes)
    def dissolve(self, theme):
        self.act(self.desk, "dissolve_theme", id=theme)

    @rule(who=people, note=notes, theme=themes, hands=st.sampled_from(["desk", "own", "all"]))
    def many_hands(self, who, note, theme, hands):
        self.act(self.desk, "set_board", hat="red", hands=hands)
        self.act(self.phones[who], "file_notes", notes=[note], theme=theme)

    @rule(note=notes, other=notes, star=st.sampled_from([0, 1]))
    def stack_and_star(self, note, other, star):
        self.act(self.desk, "stack_notes", notes=[note], stack=other)
        self.act(self.desk, "set_star", kind="note", id=note, star=star)

    @rule(hat=hats, voted_on=st.sampled_from(["themes", "notes"]), budget=st.integers(1, 2))
    def let_vote(self, hat, voted_on, budget):
        self.act(self.desk, "open_voting", hat=hat, voted_on=voted_on, budget=budget, several=1)

    @rule(hat=hats, action=st.sampled_from(["close_voting", "cancel_voting"]))
    def end_vote(self, hat, action):
        self.act(self.desk, action, hat=hat)

    @rule(who=people, what=st.one_of(notes, themes), votes=st.integers(0, 2))
    def vote(self, who, what, votes):
        self.act(self.phones[who], "set_votes", target=what, votes=votes)

    @rule(hat=hats, text=st.sampled_from(["", "so"]))
    def conclude(self, hat, text):
        self.act(self.desk, "write_synthesis", hat=hat, text=text, notes=[])

    @rule(hat=hats, checking=st.sampled_from([0, 1]))
    def check(self, hat, checking):
        self.act(self.desk, "check_synthesis", hat=hat, checking=checking)

    @rule(who=people, hat=hats, remark=st.sampled_from(["", "more"]))
    def agree(self, who, hat, remark):
        self.act(self.phones[who], "agree", hat=hat, agrees=int(not remark), remark=remark)

    @rule(state=st.sampled_from(["open", "answered", "kept", "hidden"]))
    def settle(self, state):
        for row in store.rows(self.db, self.id, "agreement"):
            self.act(self.desk, "settle_remark", id=row["id"], state=state)

    @rule(theme=themes, text=st.sampled_from(["do", "undo"]))
    def decide(self, theme, text):
        words = {"id": "outcome-1", "kind": "decision", "text": text, "themes": [theme]}
        self.act(self.desk, "put_outcome", **words)

    @rule()
    def forget(self):
        self.act(self.desk, "forget_authors")

    @rule()
    def wake(self):
        self.catch_up(self.phones["aino"], self.sleeping)
        assert self.sleeping.rows == self.screens[self.phones["aino"]].rows

    @invariant()
    def everyone_is_in_step(self):
        if not hasattr(self, "db"):
            return
        self.tell()
        for me, screen in self.screens.items():
            fresh = Screen()
            self.catch_up(me, fresh)
            assert screen.rows == fresh.rows, me.role

    @invariant()
    def nobody_sees_what_is_not_theirs(self):
        if not hasattr(self, "db"):
            return
        open_to_all = {
            row["id"]
            for row in store.rows(self.db, self.id, "round")
            if row["state"] == "revealed" or (row["at_once"] and row["state"] != "waiting")
        }
        truth = {
            row["id"]: row
            for kind in ("note", "vote", "agreement")
            for row in store.rows(self.db, self.id, kind)
        }
        for me, screen in self.screens.items():
            for (kind, id), row in screen.rows.items():
                if kind == "note" and truth[id]["author"] != (me.id or "nobody"):
                    assert row["round"] in open_to_all
                    assert not truth[id]["gone"]
                    assert me.role == "desk" or not truth[id]["hidden"]
                if kind == "vote":
                    assert truth[id]["author"] == me.id
                if kind == "agreement" and truth[id]["author"] != (me.id or "nobody"):
                    assert row["remark"]
                    assert me.role == "desk" or row["state"] in ("open", "kept")
                if kind == "star":
                    assert me.role == "desk"

    def teardown(self):
        if hasattr(self, "db"):
            self.db.close()


TestAWorkshop = AWorkshop.TestCase
TestAWorkshop.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
