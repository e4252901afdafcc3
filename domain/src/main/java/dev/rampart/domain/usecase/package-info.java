/** The use cases: an implementation of each port in, over the ports out that it needs. */
@NullMarked
package dev.rampart.domain.usecase;

import org.jspecify.annotations.NullMarked;
