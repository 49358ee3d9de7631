search_title = Tfittxija
menu Menu
