package wrong.mastro.query.journal;

import wrong.mastro.query.timeline.TimelineOfJournal;

public record JournalOfTimeline(TimelineOfJournal timeline) {}
