package wrong.mastro.command.ordering;

import java.time.LocalDate;
import java.time.ZoneOffset;

public class OwnTime {

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
