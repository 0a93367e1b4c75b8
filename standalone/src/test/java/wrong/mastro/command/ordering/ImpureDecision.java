package wrong.mastro.command.ordering;

import javax.sql.DataSource;

public record ImpureDecision(DataSource tables) {}
