"""Votes of one round added up over all ways, compared between rounds, and what they advise."""

from dataclasses import dataclass

from tutor.model.classroom.plan import Ballot
from tutor.model.classroom.state import Round, Vote

PRIVATE_FROM = 5
"""Answers to a private question below which its counts could point at somebody."""

EXPLAIN_BELOW, DISCUSS_UP_TO = 0.30, 0.70
"""Share of right answers in the first round between which discussion pays (Mazur 1997: peers can
convince each other only where enough are right and not all are)."""

SCATTERED_BELOW = 0.40
"""Share of the strongest view on a judgement below which no view leads."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One round. `counts`: every option in its order. `ways`: name of a way -> people.

    `tables`: how many syndicates answered, whose people are in `ways` as well.
    """

    counts: dict[str, int]
    people: int
    ways: dict[str, int]
    tables: int
    present: int

    @property
    def too_many(self) -> bool:
        """More people voted than are present: said to the instructor, and never cut."""
        return 0 < self.present < self.people

    @property
    def sentence(self) -> str:
        """How the votes came in: `17 LAN + 6 hands of 23 present`."""
        if not self.people:
            return "no votes yet"
        said = " + ".join(f"{count} {way}" for way, count in self.ways.items() if count)
        of = f"of {self.present} present" if self.present else "(nobody counted as present)"
        return f"{said} {of}"


def tally(vote: Vote, number: int, present: int) -> Tally:
    """The votes of round `number`, from 1; of no votes where there was no such round."""
    one = vote.rounds[number - 1] if 0 < number <= len(vote.rounds) else Round()
    counts = dict.fromkeys(vote.options, 0)
    for way in one.ways.values():
        for option, count in way.counts.items():
            counts[option] += count
    for chosen in one.signed.values():
        for option in chosen:
            counts[option] += 1
    for table in one.tables.values():
        for option in table.chosen:
            counts[option] += table.people
    ways = {way.value: count.voters for way, count in one.ways.items()}
    if one.signed:
        ways["by call-sign"] = len(one.signed)
    seated = sum(table.people for table in one.tables.values() if table.chosen)
    noun = "table" if len(one.tables) == 1 else "tables"
    if seated:
        ways[f"at {len(one.tables)} {noun}"] = seated
    return Tally(counts, sum(ways.values()), ways, len(one.tables), present)


def may_show(vote: Vote, people: int) -> bool:
    """Whether counts may be seen at all, by the room or by the instructor."""
    return not vote.private or people >= PRIVATE_FROM


def share_right(vote: Vote, number: int) -> float | None:
    """Share of right answers in a round, 0..1; where each line is voted on, of right decisions.

    None for a judgement, without a key, without votes, or where counts may not be seen.
    """
    found = tally(vote, number, 0)
    if not vote.right or vote.judgement or not (found.people and may_show(vote, found.people)):
        return None
    right = sum(found.counts[option] for option in vote.right)
    if vote.ballot is Ballot.ONE:
        return right / found.people
    others = [count for option, count in found.counts.items() if option not in vote.right]
    return (right + sum(found.people - n for n in others)) / (found.people * len(vote.options))


def gain(before: float, after: float) -> float | None:
    """Normalised gain (after - before) / (1 - before) (Hake 1998); None if all was right before."""
    return (after - before) / (1 - before) if before < 1 else None


def rounds_gain(vote: Vote) -> float | None:
    """The gain from the first round to the last; None without two rounds with a share."""
    before, after = share_right(vote, 1), share_right(vote, len(vote.rounds))
    if len(vote.rounds) < 2 or before is None or after is None:
        return None
    return gain(before, after)


def leaders(vote: Vote, number: int) -> tuple[str, ...]:
    """The options with the most votes; several for a tie, none without votes."""
    counts = tally(vote, number, 0).counts
    most = max(counts.values(), default=0)
    return tuple(option for option, count in counts.items() if most and count == most)


def advice(vote: Vote) -> str:
    """What the method advises after the last round, as a sentence for the instructor."""
    number = len(vote.rounds)
    people = tally(vote, number, 0).people
    if not people:
        return "No votes yet."
    if vote.private:
        return "A private question: show the counts if you like, and ask nobody about an answer."
    if vote.ballot is Ballot.MANY:
        return "Talk about the lines on which the room is most divided."
    share = share_right(vote, number)
    if share is None:
        return _on_judgement(vote, number, people)
    if number > 1:
        return "Reveal the answer, show both rounds, and let somebody who changed say why."
    if share < EXPLAIN_BELOW:
        return "Fewer than 30 % are right: explain the idea in other words, then vote again."
    if share <= DISCUSS_UP_TO:
        return "30 to 70 % are right: let neighbours discuss for 3 minutes, then vote again."
    return "More than 70 % are right: reveal, and keep the debrief short."


def _on_judgement(vote: Vote, number: int, people: int) -> str:
    top = max(tally(vote, number, 0).counts.values()) / people
    if top > DISCUSS_UP_TO:
        return "The room largely agrees: ask for the best case against, then go on."
    if top < SCATTERED_BELOW:
        return "No view leads: let each view make its case, then vote again."
    return "The room is split: let both sides discuss for 3 minutes, then vote again."
