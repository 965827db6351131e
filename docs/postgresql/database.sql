-- The database of the integration daemon on PostgreSQL (docs/operating.md):
--   psql -U postgres -f docs/postgresql/database.sql
-- Change the password first. The tests run this very file.

CREATE ROLE daemon LOGIN PASSWORD 'change-me';

-- The owner may create schemas in it: one for the daemon itself, and one for each metadata access store.
CREATE DATABASE daemon OWNER daemon TEMPLATE template0 ENCODING 'UTF8';

-- A server that is frozen in the middle of a transaction must not hold up the others for ever. Never waiting for longer
-- than a refresh may take either: whoever does tries again.
ALTER ROLE daemon SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE daemon SET lock_timeout = '10s';
