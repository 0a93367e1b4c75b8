-- When money was reserved, so that what nobody takes can be let go. A block range index, because it
-- leaves a capture the cheap update that it is.
ALTER TABLE gateway_charge ADD COLUMN reserved_at timestamptz NOT NULL DEFAULT clock_timestamp();

CREATE INDEX gateway_charge_reserved_idx ON gateway_charge USING brin (reserved_at);
