package dev.mastro.query.mail;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** How often the postman tries, and which day he writes on a mail. */
@Component
record PostHours(MailSettings settings, Clock clock) {}
