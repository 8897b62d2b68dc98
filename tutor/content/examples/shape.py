"""Examples of families S, F and R: keys and values, files, references."""

from tutor.content.examples.example import (
    COURSE,
    LESSON,
    MODULE,
    QUESTIONS,
    SCENARIO,
    SOURCES,
    Example,
)

SHAPE = {
    "S101": Example(
        QUESTIONS,
        "[q-true]\nrigth = '''It closes at dusk, says the sign.'''",
        "[q-true]\nright = '''It closes at dusk, says the sign.'''",
    ),
    "S102": Example(
        QUESTIONS,
        "[q-multiple]\nd.text = '''Soldiers'''",
        "[q-multiple]\nd.text = '''Soldiers'''\nd.why = '''Your own patrols cross it every day.'''",
    ),
    "S103": Example(
        QUESTIONS,
        '[q-true]\ndifficulty = "1"',
        "[q-true]\ndifficulty = 1",
    ),
    "S104": Example(
        QUESTIONS,
        '[q-true]\nkind = "true/false"',
        '[q-true]\nkind = "true-false"',
    ),
    "S105": Example(
        SOURCES,
        "[unscr-1325]\ndate = 2000-10-31",
        '[unscr-1325]\ndate = "2000-10-31"',
    ),
    "S106": Example(COURSE, "format = 2", "format = 1"),
    "S107": Example(
        LESSON,
        "[gate]\ntext = '''The gate is open.'''",
        "[gate]\ntitle = '''The gate'''\ntext = '''The gate is open.'''",
    ),
    "S108": Example(
        QUESTIONS,
        "[q-true]\ndifficulty = 9",
        "[q-true]\ndifficulty = 1",
    ),
    "S109": Example(
        QUESTIONS,
        "[q-single]\nsource = '''UNSCR 1325'''",
        '[q-single]\nsource = "unscr-1325"',
    ),
    "S110": Example(
        LESSON,
        "[far-side]\ntext = '''See [the plan](file:///home/plan.doc).'''",
        "[far-side]\ntext = '''See [the charter](https://www.un.org/en/about-us/un-charter).'''",
    ),
    "S111": Example(
        QUESTIONS,
        "[q-true]\n# tutor: ok Q408\ndifficulty = 1",
        "[q-true]\n# No finding stands here, so no comment silences one.\ndifficulty = 1",
    ),
    "S112": Example(
        QUESTIONS,
        "[q-true]\n# tutor: ok Q408 the sign is the situation\ndifficulty = 1",
        "[q-true]\ndifficulty = 1",
    ),
    "S113": Example(
        SCENARIO,
        '[gate]\na.needs = "trust => 3 && knows-hours"',
        '[gate]\na.needs = "trust >= 3 and knows-hours"',
    ),
    "S114": Example(
        COURSE,
        'title = "The\\u202e bridge"',
        "title = '''The bridge'''",
    ),
}

FILES = {
    "F901": Example(
        COURSE,
        "a file that only its owner may read",
        "the same file, readable for whoever checks the course",
        runs=False,
    ),
    "F902": Example(
        COURSE,
        "a link to a file in another folder",
        "a copy of that file",
        runs=False,
    ),
    "F903": Example(
        COURSE,
        "a folder with the name questions.toml",
        "a file with that name",
        runs=False,
    ),
    "F905": Example(
        "",
        "tutor check my-courses          (there is no course.toml in it)",
        "tutor check my-courses/bridge   (with bridge/course.toml)",
        runs=False,
    ),
    "F906": Example(
        COURSE,
        'id = "bridge"   # in two folders of courses',
        'id = "bridge-2026"',
        runs=False,
    ),
}

REFERENCES = {
    "R201": Example(
        QUESTIONS,
        '[q-order]\nobjective = "o9"',
        '[q-order]\nobjective = "o2"',
    ),
    "R202": Example(
        QUESTIONS,
        '[q-single]\nsource = "unscr-1352"',
        '[q-single]\nsource = "unscr-1325"',
    ),
    "R203": Example(
        QUESTIONS,
        '[q-single]\ncorrect = "d"',
        '[q-single]\ncorrect = "a"',
    ),
    "R204": Example(
        QUESTIONS,
        '[q-single]\ncorrect = ["a", "b"]',
        '[q-single]\ncorrect = "a"\nb.credit = 0.5',
    ),
    "R205": Example(
        MODULE,
        'lessons = ["approach", "retreat"]',
        'lessons = ["approach"]',
    ),
    "R206": Example(
        QUESTIONS,
        "[q-multiple]\nc.text = '''Traders'''",
        "[q-multiple]\nc.text = '''Nobody'''",
    ),
    "R207": Example(
        QUESTIONS,
        "[q-again]\nkind = \"true-false\"\nprompt = '''The bridge is open at night.'''\n"
        "answer = false\nright = '''It closes at dusk, says the sign.'''\n"
        "wrong = '''Look at the sign: it closes at dusk.'''",
        "[q-again]\nkind = \"true-false\"\nprompt = '''The ferry takes carts on market days.'''\n"
        "answer = false\nright = '''The landing stage is too narrow for carts.'''\n"
        "wrong = '''Look at the landing stage: no cart gets through.'''",
    ),
    "R208": Example(
        LESSON,
        "[far-side]\ntext = '''Ask the [advisor](term:gender-advisor).'''",
        "[far-side]\ntext = '''Ask the [advisor](term:genad).'''",
    ),
    "R209": Example(
        LESSON,
        '[far-side]\nask = ["q-singel"]',
        '[far-side]\nask = ["q-single"]',
    ),
    "R210": Example(
        SCENARIO,
        '[arrive]\nb.effects = ["trsut -3"]',
        '[arrive]\nb.effects = ["trust -3"]',
    ),
    "R211": Example(
        QUESTIONS,
        "[q-gap]\nkind = \"cloze\"\nprompt = '''The {{who}} decides.'''\n"
        "whom.accept = [\"commander\"]\nwhy = '''Advice is not a decision, and stays apart.'''",
        "[q-gap]\nkind = \"cloze\"\nprompt = '''The {{who}} decides.'''\n"
        "who.accept = [\"commander\"]\nwhy = '''Advice is not a decision, and stays apart.'''",
    ),
    "R212": Example(
        QUESTIONS,
        "[q-sort]\nkind = \"sort\"\nprompt = '''Where does it work?'''\n"
        "bins.inside = '''In our force'''\nbins.outside = '''In the area'''\n"
        "a.text = '''Body armour that fits'''\na.bin = \"insde\"\n"
        "a.why = '''It is our own strength that gains.'''\n"
        "b.text = '''A mixed search team'''\nb.bin = \"outside\"\n"
        "b.why = '''It changes who can pass the gate.'''",
        "[q-sort]\nkind = \"sort\"\nprompt = '''Where does it work?'''\n"
        "bins.inside = '''In our force'''\nbins.outside = '''In the area'''\n"
        "a.text = '''Body armour that fits'''\na.bin = \"inside\"\n"
        "a.why = '''It is our own strength that gains.'''\n"
        "b.text = '''A mixed search team'''\nb.bin = \"outside\"\n"
        "b.why = '''It changes who can pass the gate.'''",
    ),
    "R213": Example(
        QUESTIONS,
        "[q-plan]\nkind = \"inject\"\nplan = '''Hand out blankets at six.'''\n"
        "inject = '''The path is dark by then.'''\nprompt = '''Is the hour still right?'''\n"
        "why = '''Whoever carries the household would walk back in the dark.'''",
        "[q-plan]\nkind = \"inject\"\nplan = '''Hand out blankets at six.'''\n"
        "inject = '''The path is dark by then.'''\nprompt = '''Is the hour still right?'''\n"
        "panel = [6, 3, 1, 0, 0]\n"
        "why = '''Whoever carries the household would walk back in the dark.'''",
    ),
}

SOURCE_USE = {
    "K701": Example(
        LESSON,
        "[far-side]\ntext = '''Resolution 2467 asks for a survivor-centred approach.'''",
        "[far-side]\ntext = '''Resolution 1325 opened the agenda [@unscr-1325].'''",
    ),
    "K702": Example(
        LESSON,
        "[far-side]\ntext = '''Women take part in decisions [@unscr-1352].'''",
        "[far-side]\ntext = '''Women take part in decisions [@unscr-1325].'''",
    ),
    "K703": Example(
        SOURCES,
        "[leaflet]\ntitle = '''A leaflet'''\nissuer = '''A town'''\ndate = \"2024\"\n"
        'authority = "guidance"\nas_of = "2026-11"',
        "# [leaflet] is left out, because nothing cites it.",
    ),
    "K704": Example(
        SOURCES,
        '[handbook]\nreview_by = "2021"',
        '[handbook]\nreview_by = "2099"',
    ),
    "K705": Example(
        QUESTIONS,
        "[q-true]\nsource = \"handbook\"\nprompt = '''Commanders must close a bridge at night.'''",
        '[q-true]\nsource = "handbook"\n'
        "prompt = '''According to the handbook, commanders must close a bridge at night.'''",
    ),
}

LANGUAGE = {
    "L801": Example(
        LESSON,
        "[far-side]\ntext = '''" + "When the council has met and the gate is open and the carts "
        "have come\nand the traders have paid and the herders have gone and the children are home\n"
        "and the lamps are lit and the guard has changed and the river is low, it is quiet.'''",
        "[far-side]\ntext = '''The council has met. The gate is open, the traders have paid.'''",
    ),
    "L802": Example(
        LESSON,
        "[far-side]\ntext = '''The CJTF holds the bridge.'''",
        "[far-side]\ntext = '''The Combined Joint Task Force (CJTF) holds the bridge.'''",
    ),
    "L803": Example(
        LESSON,
        "[far-side]\ntext = '''The beneficiaries wait there.'''\n"
        '# words.toml has: [aid]  avoid = ["beneficiaries"]  say = "people who receive aid"',
        "[far-side]\ntext = '''The people who receive aid wait there.'''",
    ),
    "L804": Example(
        SCENARIO,
        "[indicators]\ntrust.label = '''Trust of the traders and herders'''",
        "[indicators]\ntrust.label = '''Civilian trust'''",
    ),
    "L805": Example(
        LESSON,
        "[far-side]\ntext = '''0840. Manpower sends the job description.'''",
        "[far-side]\ntext = '''0840 hours. Manpower sends the job description.'''",
    ),
    "L806": Example(
        LESSON,
        "[far-side]\ntext = '''TODO: what waits on the far side.'''",
        "[far-side]\ntext = '''On the far side the road is free.'''",
    ),
}

EXAMPLES = SHAPE | FILES | REFERENCES | SOURCE_USE | LANGUAGE
"""Code -> example."""
