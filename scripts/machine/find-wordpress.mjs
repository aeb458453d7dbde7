import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { disableService } from './disable-service.mjs';
import { installOnDebian } from './install-on-debian.mjs';

const WORDPRESS = '/usr/share/wordpress';
const PROGRAMS = {
  php: '/usr/bin/php',
  database: '/usr/sbin/mariadbd',
  client: '/usr/bin/mariadb',
  makeDatabase: '/usr/bin/mariadb-install-db',
};
const PACKAGES = ['wordpress', 'php-cli', 'php-mysql', 'php-mbstring', 'php-xml', 'php-gd', 'mariadb-server'];
/** Started by their packages. */
const SERVICES = { mariadb: PROGRAMS.database, apache2: '/usr/sbin/apache2' };

const isThere = () => [`${WORDPRESS}/wp-load.php`, ...Object.values(PROGRAMS)].every((file) => existsSync(file)) && hasDatabaseDriver();

function hasDatabaseDriver() {
  try {
    return execFileSync(PROGRAMS.php, ['-m'], { encoding: 'utf8' }).includes('mysqli');
  } catch {
    return false;
  }
}

function install() {
  const added = Object.entries(SERVICES).filter(([, program]) => !existsSync(program));
  if (!installOnDebian('WordPress with PHP and MariaDB', ...PACKAGES)) return;
  for (const [service] of added) disableService(service);
}

let known;

/** Debian's WordPress and what runs it, or null. Installs them where it may, once. */
export function findWordpress() {
  if (known !== undefined) return known;
  if (!isThere()) install();
  known = isThere() ? { folder: WORDPRESS, ...PROGRAMS } : null;
  return known;
}

/** What to say when there is none. */
export const WORDPRESS_MISSING = `WordPress is not installed and could not be (on Debian as root: apt-get install ${PACKAGES.join(' ')})`;
