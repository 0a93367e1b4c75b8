package wrong.mastro.shared.codec;

import org.springframework.core.env.Environment;

public record SpringInCodec(Environment environment) {}
