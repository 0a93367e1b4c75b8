-- Through what a fact came about, and the reason that was given for the request.
ALTER TABLE timeline_item ADD COLUMN channel text;
ALTER TABLE timeline_item ADD COLUMN reason text;
