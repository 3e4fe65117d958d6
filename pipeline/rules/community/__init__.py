"""The rules of Yhteisöllinen innovointi."""
