/** A web ACL that judges requests. */
@NullMarked
package dev.rampart.local.firewall.engine;

import org.jspecify.annotations.NullMarked;
