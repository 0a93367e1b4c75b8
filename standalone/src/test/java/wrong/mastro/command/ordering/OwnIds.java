package wrong.mastro.command.ordering;

import java.util.UUID;

public class OwnIds {

    UUID next() {
        return UUID.randomUUID();
    }
}
