"""Questions to and from other programs: GIFT, Moodle XML, CSV. One module per format and direction.

    questions -> keys -> (lms_out -> a question as Moodle holds it) -> writer -> text
    text -> reader (-> a question as Moodle holds it -> lms_in) -> keys -> blocks -> questions.toml

Everything here is text in, text out. What a format cannot hold is found by reading the export back
(`exporting`), so nothing is lost that is not listed.
"""
