/** The constraints that the members of a request must satisfy, and how a violation is reported. */
@NullMarked
package dev.rampart.local.tables.constraint;

import org.jspecify.annotations.NullMarked;
