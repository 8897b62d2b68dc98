"""Exercise time in words."""


def exercise_time(minutes: int, begins: str | None = None) -> str:
    """`T+01:20`; from the second day on with the day: `D+1 03:00`.

    Where the scenario says at which hour it `begins` ("0610"), the hour of the day: `D+0 07:30`.
    """
    start = 60 * int(begins[:2]) + int(begins[2:]) if begins else 0
    days, rest = divmod(start + minutes, 24 * 60)
    hours, mins = divmod(rest, 60)
    return f"D+{days} {hours:02}:{mins:02}" if days or begins else f"T+{hours:02}:{mins:02}"
