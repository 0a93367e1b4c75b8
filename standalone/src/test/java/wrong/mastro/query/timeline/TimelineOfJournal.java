package wrong.mastro.query.timeline;

import wrong.mastro.query.journal.WrongBalance;

public record TimelineOfJournal(WrongBalance balance) {}
