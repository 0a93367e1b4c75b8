package wrong.mastro.command.ordering;

import java.security.SecureRandom;

public record Lottery(SecureRandom chance) {}
