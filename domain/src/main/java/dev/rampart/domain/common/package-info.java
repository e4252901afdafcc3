/**
 * Values and rules that several concepts of the domain share; none of them is about one concept.
 */
@NullMarked
package dev.rampart.domain.common;

import org.jspecify.annotations.NullMarked;
