package wrong.mastro.query.journal;

public record WrongBalance(String account) {}
