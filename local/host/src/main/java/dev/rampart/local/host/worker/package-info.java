/** What runs inside a function's process: the tether to the host, and a runtime in plain Java. */
@NullMarked
package dev.rampart.local.host.worker;

import org.jspecify.annotations.NullMarked;
