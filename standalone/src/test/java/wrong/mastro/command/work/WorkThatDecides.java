package wrong.mastro.command.work;

import wrong.mastro.command.ordering.ImpureDecision;

public record WorkThatDecides(ImpureDecision decision) {}
