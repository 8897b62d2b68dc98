"""Spaced review: what is remembered of each question, what to ask today, what to expect.

grade     an answer as a grade of FSRS
memory    the card of a question; the only place that asks the `fsrs` library
recheck   what was wrong with full confidence, again after 1, 7 and 21 days
schedule  when a card is due, with the retention wanted and a target date
queue     what to ask today: at most 15 questions or 10 minutes, nothing is ever owed
catch_up  after 14 days away: one question per objective
fit       how a learner compares with what FSRS expects, to correct the estimates
forecast  what will be remembered on a date, and how many questions the days ahead bring
"""
