package wrong.mastro.command.ordering;

public record WrongOrder(String order) {}
