CREATE VIRTUAL TABLE comment_search USING fts5(body, content="", contentless_delete=1, tokenize="unicode61");
