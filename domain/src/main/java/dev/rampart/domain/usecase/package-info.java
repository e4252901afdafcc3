/** The answers to port.in, each a record over the ports it needs. */
@NullMarked
package dev.rampart.domain.usecase;

import org.jspecify.annotations.NullMarked;
