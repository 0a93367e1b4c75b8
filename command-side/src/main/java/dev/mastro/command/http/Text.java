package dev.mastro.command.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text in a request for which other limits hold than 1 to 255 characters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {

    /** The most characters. */
    int max();

    /** Whether it may be blank, so that a rule of the seller judges it. */
    boolean mayBeBlank() default false;
}
