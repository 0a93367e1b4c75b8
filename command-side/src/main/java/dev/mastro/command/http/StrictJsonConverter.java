package dev.mastro.command.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Lets the controllers of this side take their request records as {@link StrictJson} reads. */
public final class StrictJsonConverter extends AbstractHttpMessageConverter<Object> {

    private static final String OURS = "dev.mastro.command";

    /** For {@code application/json} only. */
    public StrictJsonConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(OURS);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        return StrictJson.read(message.getBody().readAllBytes(), type);
    }

    @Override
    protected void writeInternal(Object answer, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("only reads");
    }
}
