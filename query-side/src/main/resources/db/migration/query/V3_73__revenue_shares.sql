-- Some sellers count a period otherwise than in actual days rounded half up (billing.md C4, DC-1):
-- in units of which a day has so many, the line being so many units long. No length: actual days.
ALTER TABLE revenue_line
    ADD COLUMN units_per_day bigint  NOT NULL DEFAULT 1,
    ADD COLUMN units         bigint,
    ADD COLUMN half_even     boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT revenue_line_has_units CHECK (units > 0 AND units_per_day > 0);

DROP FUNCTION revenue_earned(bigint, date, date, date, bigint, date);
DROP FUNCTION revenue_remaining(bigint, date, date, date);

-- amount x part / whole for positive numbers: exact, rounded once.
CREATE FUNCTION revenue_share(amount bigint, part bigint, whole bigint, half_even boolean)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN half_even
             AND mod(2 * amount::numeric * part, 2 * whole) = whole
             AND mod(div(amount::numeric * part, whole), 2) = 0
            THEN div(amount::numeric * part, whole)::bigint
        ELSE div(2 * amount::numeric * part + whole, 2 * whole)::bigint
    END;

-- What of a line belongs to the day and after (billing.md C6).
-- The same figure as ActiveLine.deferredOn.
CREATE FUNCTION revenue_remaining(line revenue_line, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN on_day >= line.period_end THEN 0
        WHEN on_day <= line.period_start THEN line.net_minor
        ELSE revenue_share(
            line.net_minor,
            least((line.period_end - on_day) * line.units_per_day,
                  coalesce(line.units, line.period_end - line.period_start)),
            coalesce(line.units, line.period_end - line.period_start),
            line.half_even)
    END;

-- What of a line was earned when the day begins.
CREATE FUNCTION revenue_earned(line revenue_line, closed_on date, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN line.net_minor - CASE
        WHEN closed_on <= on_day THEN line.closed_remaining_minor
        ELSE revenue_remaining(line, on_day)
    END;
