-- A unit's own page of a program asks for its titles: by its code, and by its name where an earlier list had no code.
CREATE INDEX roster_by_holder ON roster_entry (program_id, uscc);
CREATE INDEX roster_by_unit ON roster_entry (program_id, unit);
