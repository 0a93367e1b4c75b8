package wrong.mastro.command.ordering;

import org.springframework.http.HttpStatus;

public record WebInRules(HttpStatus status) {}
