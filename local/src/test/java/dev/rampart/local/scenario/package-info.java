/** What the API does, seen from outside: the real template, jars and handlers, over loopback. */
@NullMarked
package dev.rampart.local.scenario;

import org.jspecify.annotations.NullMarked;
