"""What a front end asks for: sessions over a lesson, a quiz, a scenario. No user interface."""
