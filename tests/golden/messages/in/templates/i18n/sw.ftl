search_title = Tafuta
