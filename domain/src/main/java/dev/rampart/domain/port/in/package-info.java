/** The ports in: what a caller can ask of the domain, one interface for each use case. */
@NullMarked
package dev.rampart.domain.port.in;

import org.jspecify.annotations.NullMarked;
