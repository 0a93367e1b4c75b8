package wrong.mastro.shared;

import java.math.BigDecimal;

public record WrongPrice(BigDecimal amount) {}
