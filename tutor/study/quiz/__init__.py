"""Quizzes: practice explains at once, the exam after handing in."""
