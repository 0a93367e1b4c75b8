package wrong.mastro.shared;

import java.util.List;

public class InexactAmount {

    List<String> of(double amount) {
        return List.of(String.valueOf(amount));
    }
}
