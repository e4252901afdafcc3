/** The domain name system, as the resolver of the machine asks it. */
@NullMarked
package dev.rampart.adapter.out.dns;

import org.jspecify.annotations.NullMarked;
