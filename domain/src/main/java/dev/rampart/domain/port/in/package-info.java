/** What a caller can ask of the domain, one interface for each thing. */
@NullMarked
package dev.rampart.domain.port.in;

import org.jspecify.annotations.NullMarked;
