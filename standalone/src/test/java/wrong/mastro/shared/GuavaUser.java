package wrong.mastro.shared;

import com.google.common.collect.ImmutableList;

public record GuavaUser(ImmutableList<String> names) {}
