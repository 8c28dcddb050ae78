"""Which files are to be made of which editions, and making them: planned, then executed, whole or not at all."""

from __future__ import annotations

from publisher.build.executing import execute
from publisher.build.lock import locked
from publisher.build.planning import Shard, reason
from publisher.build.pool import Pool
from publisher.build.work import Job, Limits, Outcome, Stale, Target

__all__ = [
    "Job",
    "Limits",
    "Outcome",
    "Pool",
    "Shard",
    "Stale",
    "Target",
    "execute",
    "locked",
    "reason",
]
