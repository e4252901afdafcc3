/**
 * Plays a mixed attack against a running instance: honest clients, clumsy ones and attackers of
 * several kinds, each labelled, so that what is found can be compared with what is true.
 */
@NullMarked
package dev.rampart.local.attack;

import org.jspecify.annotations.NullMarked;
