"""Exercise time in words."""


def exercise_time(minutes: int) -> str:
    """`T+01:20`; from the second day on with the day: `D+1 03:00`."""
    days, rest = divmod(minutes, 24 * 60)
    hours, mins = divmod(rest, 60)
    return f"D+{days} {hours:02}:{mins:02}" if days else f"T+{hours:02}:{mins:02}"
