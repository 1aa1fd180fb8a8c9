// nodejs.org/api/net.html#netisipinput, v22.
'use strict';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const four = `(?:${octet}\\.){3}${octet}`;
const group = '[0-9a-fA-F]{1,4}';
const four6 = new RegExp(`^${four}$`);
const groups = new RegExp(`^${group}$`);

function isIPv4(input) {
  return four6.test(`${input}`);
}

// RFC 4291 §2.2: eight groups, one run of zeros may be `::`, the last two may be an IPv4 address; RFC 4007 §11: a zone after `%`.
function isIPv6(input) {
  let text = `${input}`;
  const zone = text.indexOf('%');
  if (zone !== -1) {
    if (!/^[0-9a-zA-Z\-.:]+$/.test(text.slice(zone + 1))) return false;
    text = text.slice(0, zone);
  }
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const counted = halves.map((half, i) => count(half, i === halves.length - 1));
  if (counted.includes(-1)) return false;
  const total = counted.reduce((sum, n) => sum + n, 0);
  return halves.length === 2 ? total <= 7 : total === 8;
}

function count(half, mayEndInFour) {
  if (half === '') return 0;
  const parts = half.split(':');
  let total = 0;
  for (let i = 0; i < parts.length; i++) {
    if (groups.test(parts[i])) total += 1;
    else if (mayEndInFour && i === parts.length - 1 && isIPv4(parts[i])) total += 2;
    else return -1;
  }
  return total;
}

function isIP(input) {
  if (isIPv4(input)) return 4;
  return isIPv6(input) ? 6 : 0;
}

// "IPv4 80 127.0.0.1", as the binding writes it.
function parseEndpoint(text) {
  if (text === '') return {};
  const [family, port, address] = text.split(' ');
  return { address, family, port: +port };
}

module.exports = { isIP, isIPv4, isIPv6, parseEndpoint };
