package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.value.Value;
import java.util.Optional;

/** What an update does to the value at one path; empty in and out stands for no value. */
interface Edit {
  Optional<Value> on(Optional<Value> current);
}
