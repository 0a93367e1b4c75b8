package wrong.mastro.shared;

import java.util.List;

public class InexactShares {

    private final List<String> names;
    private final Float[] shares;

    public InexactShares(List<String> names) {
        this.names = names;
        this.shares = new Float[names.size()];
    }

    @Override
    public String toString() {
        return names + " " + shares.length;
    }
}
