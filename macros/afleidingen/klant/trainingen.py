"""When to ask what a training of users brought, and when to come back (domain 2.6)."""

from datetime import date

from macros.afleidingen.contract.datums import plus_maanden
from macros.model.groei import Training
from macros.model.instellingen import Instellingen


def navragen_op(training: Training, instellingen: Instellingen) -> date:
    """The day to ask whether it helped: as written, else `training_check_maanden` after the training."""
    return training.check_op or plus_maanden(training.datum, instellingen.training_check_maanden)


def terug_op(training: Training, instellingen: Instellingen) -> date:
    """The day to come back: as written, else `training_terug_maanden` after the training."""
    return training.terug_op or plus_maanden(training.datum, instellingen.training_terug_maanden)
