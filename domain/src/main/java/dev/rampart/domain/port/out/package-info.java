/** The ports out: what the domain asks of the world around it. */
@NullMarked
package dev.rampart.domain.port.out;

import org.jspecify.annotations.NullMarked;
