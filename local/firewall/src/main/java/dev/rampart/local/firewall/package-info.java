/** AWS WAF on a laptop: reads the web ACLs of a template and judges requests by them. */
@NullMarked
package dev.rampart.local.firewall;

import org.jspecify.annotations.NullMarked;
